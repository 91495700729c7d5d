import { mkdir, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemCode, writeFailure } from '@main/files/failure'
import { fileKinds, suggestName, withExtension } from '@main/files/names'
import { fileFromArguments } from '@main/files/offered'
import { FileService, type FileDialogs } from '@main/files/service'
import { FileTokens } from '@main/files/tokens'

let folder = ''
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'palet-files-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const text = (words: string) => new TextEncoder().encode(words)
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

interface Answers {
  open: string | null
  save: string | null
  replace: boolean
  folder: string | null
}

function dialogs(answers: Partial<Answers>) {
  const asked: string[] = []
  const fake: FileDialogs = {
    chooseToOpen: (kind, from) => {
      asked.push(`open ${kind} ${from ?? '-'}`)
      return Promise.resolve(answers.open ?? null)
    },
    chooseToSave: (kind, startAt) => {
      asked.push(`save ${kind} ${startAt}`)
      return Promise.resolve(answers.save ?? null)
    },
    mayReplace: (name) => {
      asked.push(`replace ${name}`)
      return Promise.resolve(answers.replace ?? false)
    },
    chooseFolder: (startAt) => {
      asked.push(`folder ${startAt ?? '-'}`)
      return Promise.resolve(answers.folder ?? null)
    },
    mayReplaceAll: (names) => {
      asked.push(`replace ${names.join(', ')}`)
      return Promise.resolve(answers.replace ?? false)
    },
  }
  return { fake, asked }
}

describe('tokens', () => {
  it('stand for a file without telling where it is', () => {
    const tokens = new FileTokens()
    const info = tokens.issue(at('a.palet'), 'read')
    expect(info).toEqual({ token: expect.stringMatching(UUID), name: 'a.palet' })
    expect(tokens.pathFor(info.token, 'read')).toBe(at('a.palet'))
    expect(tokens.issue(at('b.palet'), 'read').token).not.toBe(info.token)
    expect(tokens.issue(at('a.palet'), 'read').token).toBe(info.token)
  })

  it('that nobody gave are refused', () => {
    const tokens = new FileTokens()
    for (const unknown of ['', at('a.palet'), '__proto__', '00000000-0000-4000-8000-000000000000']) {
      expect(() => tokens.pathFor(unknown, 'read')).toThrow('Palet kent dit bestand niet meer')
    }
  })

  it('for reading do not write', () => {
    const tokens = new FileTokens()
    const reading = tokens.issue(at('a.palet'), 'read')
    const writing = tokens.issue(at('a.palet'), 'write')
    expect(() => tokens.pathFor(reading.token, 'write')).toThrow('Kopie bewaren')
    expect(tokens.pathFor(writing.token, 'write')).toBe(at('a.palet'))
    expect(tokens.pathFor(writing.token, 'read')).toBe(at('a.palet'))
  })
})

describe('opening and saving', () => {
  it('gives the bytes of the chosen file and a token to read it again', async () => {
    await writeFile(at('plan.palet'), 'een')
    const { fake, asked } = dialogs({ open: at('plan.palet') })
    const files = new FileService(fake)
    const opened = await files.open('programme')
    expect(opened).toEqual({ token: expect.stringMatching(UUID), name: 'plan.palet', bytes: text('een') })
    await writeFile(at('plan.palet'), 'twee')
    expect(await files.read(opened?.token ?? '')).toMatchObject({ bytes: text('twee') })
    await expect(files.save(opened?.token ?? '', text('drie'))).rejects.toMatchObject({ code: 'refused' })
    expect(await readFile(at('plan.palet'), 'utf8')).toBe('twee')
    await files.open('programme')
    await files.open('csv')
    expect(asked).toEqual(['open programme -', `open programme ${folder}`, 'open csv -'])
  })

  it('does nothing when the person cancels', async () => {
    const files = new FileService(dialogs({}).fake)
    expect(await files.open('programme')).toBeNull()
    expect(await files.saveAs('pdf', 'rapport', text('x'))).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  it('saves, and saves again with the token', async () => {
    const { fake, asked } = dialogs({ save: at('Rapport.pdf') })
    const files = new FileService(fake)
    const saved = await files.saveAs('pdf', '../../Rapport: mei/juni', text('een'))
    expect(saved).toEqual({ token: expect.stringMatching(UUID), name: 'Rapport.pdf' })
    await files.save(saved?.token ?? '', text('twee'))
    expect(await readFile(at('Rapport.pdf'), 'utf8')).toBe('twee')
    await files.saveAs('pdf', 'Rapport', text('drie'))
    expect(asked).toEqual(['save pdf Rapport mei juni.pdf', `save pdf ${at('Rapport.pdf')}`])
  })

  it('adds the extension, and asks first when that names an existing file', async () => {
    await writeFile(at('plan.palet'), 'oud')
    const no = dialogs({ save: at('plan'), replace: false })
    expect(await new FileService(no.fake).saveAs('programme', 'plan', text('nieuw'))).toBeNull()
    expect(await readFile(at('plan.palet'), 'utf8')).toBe('oud')
    const yes = dialogs({ save: at('plan'), replace: true })
    expect(await new FileService(yes.fake).saveAs('programme', 'plan', text('nieuw'))).toMatchObject({
      name: 'plan.palet',
    })
    expect(yes.asked).toContain('replace plan.palet')
    expect(await readFile(at('plan.palet'), 'utf8')).toBe('nieuw')
    const fresh = dialogs({ save: at('ander') })
    await new FileService(fresh.fake).saveAs('programme', 'plan', text('x'))
    expect(fresh.asked).toHaveLength(1)
  })

  it('refuses what is too large before asking anything', async () => {
    const { fake, asked } = dialogs({ save: at('a.csv') })
    const files = new FileService(fake, 3)
    await expect(files.saveAs('csv', 'a', text('1234'))).rejects.toMatchObject({ code: 'file-too-large' })
    expect(asked).toEqual([])
  })

  it('says what to do when the file has gone', async () => {
    await writeFile(at('plan.palet'), 'x')
    const files = new FileService(dialogs({}).fake)
    const offered = files.offer(at('plan.palet'))
    await unlink(at('plan.palet'))
    await expect(files.read(offered?.token ?? '')).rejects.toThrow(
      'Het bestand “plan.palet” is niet gevonden. Misschien is het verplaatst of verwijderd. Kies het opnieuw.',
    )
  })

  it('takes from the system only programme files', () => {
    const files = new FileService(dialogs({}).fake)
    expect(files.offer(at('plan.palet'))).toMatchObject({ name: 'plan.palet' })
    expect(files.offer('plan.palet')).toBeNull()
    expect(files.offer(at('plan.palet.exe'))).toBeNull()
    expect(files.offer('/etc/passwd')).toBeNull()
  })
})

describe('several files in one folder', () => {
  const file = (suggestedName: string, words: string) => ({
    kind: 'workbook' as const,
    suggestedName,
    bytes: text(words),
  })

  it('are saved after one question, with names that stay in that folder and differ', async () => {
    const { fake, asked } = dialogs({ folder })
    const files = new FileService(fake)
    const answer = await files.saveAll([
      file('../../etc/ronde', 'een'),
      file('Ronde.xlsx', 'twee'),
      file('ronde.XLSX', 'drie'),
    ])
    const names = ['etc ronde.xlsx', 'Ronde.xlsx', 'ronde 2.xlsx']
    expect(answer).toEqual({ folder: basename(folder), saved: names, message: null })
    expect((await readdir(folder)).sort()).toEqual([...names].sort())
    expect(await readFile(at('ronde 2.xlsx'), 'utf8')).toBe('drie')
    await files.saveAll([file('later', 'vier')])
    expect(asked).toEqual(['folder -', `folder ${folder}`])
  })

  it('leave what is there alone unless the person says otherwise', async () => {
    await writeFile(at('a.xlsx'), 'oud')
    const no = dialogs({ folder, replace: false })
    const both = [file('a', 'nieuw'), file('b', 'nieuw')]
    expect(await new FileService(no.fake).saveAll(both)).toBeNull()
    expect(no.asked).toEqual(['folder -', 'replace a.xlsx'])
    expect(await readdir(folder)).toEqual(['a.xlsx'])
    expect(await readFile(at('a.xlsx'), 'utf8')).toBe('oud')
    await new FileService(dialogs({ folder, replace: true }).fake).saveAll(both)
    expect(await readFile(at('a.xlsx'), 'utf8')).toBe('nieuw')
  })

  it('are not written when nobody chose a folder, or when they are too large together', async () => {
    expect(await new FileService(dialogs({}).fake).saveAll([file('a', '1')])).toBeNull()
    const { fake, asked } = dialogs({ folder })
    const two = [file('a', '12'), file('b', '34')]
    await expect(new FileService(fake, 3).saveAll(two)).rejects.toMatchObject({ code: 'file-too-large' })
    expect(asked).toEqual([])
    expect(await readdir(folder)).toEqual([])
  })

  it('say which were saved when it stops halfway', async () => {
    await mkdir(at('b.xlsx'))
    const files = new FileService(dialogs({ folder, replace: true }).fake)
    const answer = await files.saveAll([file('a', '1'), file('b', '2'), file('c', '3')])
    expect(answer).toMatchObject({
      saved: ['a.xlsx'],
      message: expect.stringContaining('“b.xlsx” is een map'),
    })
    expect((await readdir(folder)).sort()).toEqual(['a.xlsx', 'b.xlsx'])
  })
})

describe('what went wrong, in words', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EFBIG', 'file-too-large'],
    ['EROFS', 'no-access'],
    ['EACCES', 'no-access'],
    ['EPERM', 'no-access'],
    ['ENOENT', 'file-not-found'],
    ['EISDIR', 'write-failed'],
    ['ENAMETOOLONG', 'write-failed'],
    ['EBUSY', 'write-failed'],
    ['EIO', 'write-failed'],
    ['EVREEMD', 'write-failed'],
  ])('%s names the file and says what to do, without a path', (code, answer) => {
    const error = Object.assign(new Error(`${code}: open '/home/anna/x'`), { code })
    const failure = writeFailure(error, 'plan.palet', true)
    expect(failure.code).toBe(answer)
    expect(failure.message).toMatch(/“plan\.palet”.*(Kies|kies|probeer)/)
    expect(failure.message).not.toMatch(/anna|\/|E[A-Z]{3}/)
  })

  it('reads only real codes', () => {
    expect(systemCode('ENOSPC')).toBeNull()
    expect(systemCode(Object.assign(new Error('x'), { code: 5 }))).toBeNull()
  })
})

describe('a picture', () => {
  it('is chosen among photos and drawings only, never among files with a program in them', () => {
    const { extension, alsoOpens = [] } = fileKinds.picture
    expect([extension, ...alsoOpens]).toEqual(['jpg', 'jpeg', 'png'])
  })
})

describe('names for a file', () => {
  it.each([
    ['Voortgang Achterhoek', 'Voortgang Achterhoek.pdf'],
    ['rapport.PDF', 'rapport.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\Windows\\x', 'C Windows x.pdf'],
    ['a\u0000b\nc', 'a b c.pdf'],
    ['rapport\u202Efdp.exe', 'rapport fdp.exe.pdf'],
    ['  .verborgen. ', 'verborgen.pdf'],
    ['...', 'Palet.pdf'],
    ['', 'Palet.pdf'],
    ['con', 'Palet con.pdf'],
    ['LPT1.txt', 'Palet LPT1.txt.pdf'],
    ['Café 🏠', 'Café 🏠.pdf'],
  ])('%j becomes %j', (wish, name) => {
    expect(suggestName(wish, 'pdf')).toBe(name)
  })

  it('stay short, also in letters of several bytes', () => {
    expect(Array.from(suggestName('🏠'.repeat(500), 'pdf'))).toHaveLength(104)
  })

  it('keep an extension that is there', () => {
    expect(withExtension('/a/b.PALET', 'programme')).toBe('/a/b.PALET')
    expect(withExtension('/a.palet/b', 'programme')).toBe('/a.palet/b.palet')
    expect(suggestName('Palet afspraak 1/2: sleutels.ICS', 'calendar')).toBe(
      'Palet afspraak 1 2 sleutels.ics',
    )
  })

  it('on a command line are only programme files', () => {
    expect(fileFromArguments(['palet', '--x=a.palet', 'plan.palet'], '/home/anna')).toBe(
      '/home/anna/plan.palet',
    )
    expect(fileFromArguments(['palet', '/a/b.PALET', '--flag'], '/')).toBe('/a/b.PALET')
    expect(fileFromArguments(['palet', '--open', 'rapport.pdf'], '/')).toBeNull()
    expect(fileFromArguments(['/opt/x.palet'], '/')).toBeNull()
  })
})
