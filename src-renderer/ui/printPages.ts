import { onPaper } from './paper'
import { drawPage, openPdf } from './pdfDocument'
import './printPages.css'

/** 200 dots an inch over the width of A4. */
const SHEET_WIDTH = Math.round((210 / 25.4) * 200)

/**
 * Prints the pages of the PDF: each is drawn as a picture on a sheet that only a printer sees (see printPages.css), and the
 * window then prints itself.
 * @param print prints the window
 * @returns false when the person cancelled
 */
export async function printPages(
  bytes: Uint8Array,
  onShare: (share: number) => void,
  print: () => Promise<boolean>,
): Promise<boolean> {
  const doc = await openPdf(bytes)
  const sheets = document.createElement('div')
  sheets.className = 'report-sheets'
  const urls: string[] = []
  // One sheet of memory for all pages: each is kept as a compressed picture only.
  const canvas = document.createElement('canvas')
  try {
    for (let number = 1; number <= doc.numPages; number += 1) {
      onShare((number - 1) / doc.numPages)
      const url = await pictureOf(await drawPage(doc, number, SHEET_WIDTH, canvas))
      urls.push(url)
      const image = document.createElement('img')
      image.alt = ''
      image.src = url
      sheets.append(image)
    }
    canvas.width = 0
    return await onPaper('report', '@page { size: A4 portrait; margin: 0 }', sheets, async () => {
      await loaded(sheets)
      return print()
    })
  } finally {
    urls.forEach((url) => {
      URL.revokeObjectURL(url)
    })
    void doc.loadingTask.destroy()
  }
}

function pictureOf(canvas: HTMLCanvasElement): Promise<string> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('page could not be drawn'))
      else resolve(URL.createObjectURL(blob))
    }, 'image/png')
  })
}

/** The pictures are there; drawing them is left to the printer's turn, one sheet at a time. */
async function loaded(sheets: HTMLElement): Promise<void> {
  await Promise.all(
    [...sheets.querySelectorAll('img')].map(
      (image) =>
        image.complete ||
        new Promise((resolve, reject) => {
          image.addEventListener('load', resolve, { once: true })
          image.addEventListener('error', reject, { once: true })
        }),
    ),
  )
}
