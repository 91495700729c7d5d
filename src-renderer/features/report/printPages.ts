import { printWindow } from '@/platform'
import { drawPage, openPdf } from './pdfDocument'

/** 200 dots an inch over the width of A4. */
const SHEET_WIDTH = Math.round((210 / 25.4) * 200)

/**
 * Prints the pages of the PDF: each is drawn as a picture on a sheet that only a printer sees (see print.css), and the
 * window then prints itself.
 * @returns false when the person cancelled
 */
export async function printPages(bytes: Uint8Array, onShare: (share: number) => void): Promise<boolean> {
  const doc = await openPdf(bytes)
  const sheets = document.createElement('div')
  sheets.className = 'report-sheets'
  const urls: string[] = []
  try {
    for (let number = 1; number <= doc.numPages; number += 1) {
      onShare((number - 1) / doc.numPages)
      const url = await pictureOf(await drawPage(doc, number, SHEET_WIDTH))
      urls.push(url)
      const image = document.createElement('img')
      image.alt = ''
      image.src = url
      await image.decode()
      sheets.append(image)
    }
    document.body.append(sheets)
    document.documentElement.dataset['printing'] = 'report'
    const answer = await printWindow(false)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value.printed
  } finally {
    delete document.documentElement.dataset['printing']
    sheets.remove()
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
