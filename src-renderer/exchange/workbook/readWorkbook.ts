import { refuse, type Result } from '@/domain/result'
import { type Archive, encrypted, openArchive, unpackText } from './archive'
import { readCsvWorkbook } from './csvGrid'
import type { Workbook } from './grid'
import { MAX_FILE_BYTES } from './limits'
import { readOdsWorkbook } from './odsGrid'
import { readXlsxWorkbook } from './xlsxGrid'

const starts = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, i) => bytes[i] === sign)

/**
 * Reads a spreadsheet of any kind, known by its content and not by its name. It never throws.
 * Refuses with: `empty`, `too-large`, `too-many-cells`, `damaged`, `encrypted`, `old-excel`, `unreadable`.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Workbook>> {
  if (bytes.length === 0)
    return refuse('empty', 'Dit bestand is leeg. Vraag de afzender om een nieuwe kopie.')
  if (bytes.length > MAX_FILE_BYTES)
    return refuse('too-large', 'Dit bestand is te groot om te openen. Bewaar alleen de tabel in een bestand.')
  if (starts(bytes, 0x50, 0x4b)) {
    const archive = openArchive(bytes)
    return archive.ok ? readArchive(archive.value) : archive
  }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return refuse(
      'old-excel',
      'Dit is een oud Excel-bestand (.xls), of een bestand met een wachtwoord. Open het in Excel of LibreOffice, kies "Opslaan als", kies .xlsx zonder wachtwoord, en lees dat bestand in.',
    )
  if (isMarkup(bytes))
    return refuse(
      'unreadable',
      'Dit is een webpagina of een ander tekstbestand, geen tabel. Bewaar de tabel in het rekenprogramma als .xlsx en kies dat bestand.',
    )
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46))
    return refuse('unreadable', 'Dit is een PDF. Palet leest de tabel zelf: een .xlsx, .ods of .csv.')
  return readCsvWorkbook(bytes)
}

function isMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().toLowerCase()
  return start.startsWith('<?xml') || start.startsWith('<!doctype') || start.startsWith('<html')
}

async function readArchive(archive: Archive): Promise<Result<Workbook>> {
  const { entries } = archive
  const mime = entries.get('mimetype')
  if (mime !== undefined) {
    const kind = await unpackText(archive, mime)
    if (!kind.ok) return kind
    if (kind.value.trim().startsWith('application/vnd.oasis.opendocument.spreadsheet'))
      return readOdsArchive(archive)
  }
  if (entries.has('xl/workbook.xml')) return readXlsxWorkbook(archive)
  if (entries.has('xl/workbook.bin'))
    return refuse(
      'unreadable',
      'Dit is een binaire werkmap (.xlsb). Kies in Excel "Opslaan als", kies .xlsx, en lees dat bestand in.',
    )
  return refuse(
    'unreadable',
    'In dit bestand zit geen tabel. Kies een .xlsx, .ods of .csv uit een rekenprogramma, of een bestand van Palet.',
  )
}

/** An encrypted document says so in its list of parts. */
async function readOdsArchive(archive: Archive): Promise<Result<Workbook>> {
  const manifest = archive.entries.get('META-INF/manifest.xml')
  const text = manifest === undefined ? null : await unpackText(archive, manifest)
  if (text?.ok === true && text.value.includes('manifest:encryption-data')) return encrypted()
  return readOdsWorkbook(archive)
}
