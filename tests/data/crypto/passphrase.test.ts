import { describe, expect, it } from 'vitest'
import { passphraseStrength } from '@/data/crypto/passphrase'

describe('strength of a passphrase', () => {
  it.each([
    ['', 'te kort'],
    ['welkom01', 'te kort'],
    ['          ', 'te kort'],
    ['Welkom2026!', 'te makkelijk'],
    ['Zomer2026Doetinchem', 'te makkelijk'],
    ['qwertyuiop123', 'te makkelijk'],
    ['aaaaaaaaaaaaaaaaaaaaaa', 'te makkelijk'],
    ['1234567890987654321', 'te makkelijk'],
    ['fiets fiets fiets fiets fiets', 'te makkelijk'],
    ['14041987 14041987', 'te makkelijk'],
    ['rood fietst hard', 'zwak'],
    ['kachel paraplu veulen', 'zwak'],
    ['kachel paraplu veulen dinsdags', 'redelijk'],
    ['x8!Kq2#mPz9w', 'redelijk'],
    ['kachel paraplu veulen drempel kaneel', 'sterk'],
  ])('%s is %s', (passphrase, label) => {
    const strength = passphraseStrength(passphrase)
    expect(strength.label).toBe(label)
    expect(strength.accepted).toBe(label === 'redelijk' || label === 'sterk')
    expect(strength.advice).not.toBe('')
  })

  it('never gets weaker by a word that is added', () => {
    const words = ['kachel', 'paraplu', 'veulen', 'drempel', 'kaneel', 'welkom']
    const bits = words.map((_, index) => passphraseStrength(words.slice(0, index + 1).join(' ')).bits)
    expect([...bits].sort((a, b) => a - b)).toEqual(bits)
  })

  it('names the word that is guessed first', () => {
    expect(passphraseStrength('Welkom2026!').advice).toContain('“welkom”')
  })
})
