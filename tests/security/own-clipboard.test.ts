import { describe, expect, it } from 'vitest'
import { OwnClipboard, type Board } from '@main/window/own-clipboard'

class FakeBoard implements Board {
  text = ''
  broken = false
  cleared = 0
  readText(): Promise<string> {
    return this.broken ? Promise.reject(new Error('busy')) : Promise.resolve(this.text)
  }
  clear(): void {
    this.cleared++
    this.text = ''
  }
}

describe('what Palet put on the clipboard', () => {
  it('is taken off again', async () => {
    const board = new FakeBoard()
    const own = new OwnClipboard(board)
    board.text = 'Aalten\t12'
    await own.note()
    await own.clearOwn()
    expect(board.text).toBe('')
  })

  it('is left alone when another program has put something else there since', async () => {
    const board = new FakeBoard()
    const own = new OwnClipboard(board)
    board.text = 'Aalten\t12'
    await own.note()
    board.text = 'boodschappen'
    await own.clearOwn()
    expect(board.text).toBe('boodschappen')
    // And what came back by chance later is not ours any more.
    board.text = 'Aalten\t12'
    await own.clearOwn()
    expect(board.cleared).toBe(0)
  })

  it('counts the last thing copied only', async () => {
    const board = new FakeBoard()
    const own = new OwnClipboard(board)
    for (const text of ['een', 'twee']) {
      board.text = text
      await own.note()
    }
    await own.clearOwn()
    expect(board.cleared).toBe(1)
  })

  it('an empty clipboard is nobody’s: a picture of another program stays', async () => {
    const board = new FakeBoard()
    const own = new OwnClipboard(board)
    await own.note()
    await own.clearOwn()
    expect(board.cleared).toBe(0)
  })

  it('a clipboard that another program holds is left alone', async () => {
    const board = new FakeBoard()
    const own = new OwnClipboard(board)
    board.broken = true
    await own.note()
    board.broken = false
    board.text = 'Aalten'
    await own.note()
    board.broken = true
    await own.clearOwn()
    expect(board.cleared).toBe(0)
  })

  it('keeps no text in memory, and no digest that could be guessed', async () => {
    const board = new FakeBoard()
    const one = new OwnClipboard(board)
    const other = new OwnClipboard(board)
    board.text = 'Aalten'
    await one.note()
    await other.note()
    expect(JSON.stringify([one, other])).not.toContain('Aalten')
  })
})
