import { clipboard, ClipboardItem } from 'electron'
import type { Board } from './own-clipboard'

/** A table in both shapes at once: a spreadsheet takes the tabs, a text document the HTML. */
export async function writeTable(table: { readonly text: string; readonly html: string }): Promise<void> {
  if (typeof ClipboardItem === 'function') {
    await clipboard.write([new ClipboardItem({ 'text/plain': table.text, 'text/html': table.html })])
    return
  }
  // The older engine that the tests may run on has no such class and takes both texts in one object.
  Reflect.apply(clipboard.write, clipboard, [{ text: table.text, html: table.html }])
}

/** The clipboard of copy and paste. */
export const systemBoard: Board = {
  readText: () => clipboard.readText(),
  clear: () => {
    clipboard.clear()
  },
}

/** What is selected with the mouse can be pasted too on Linux, and stays there when the selection is gone. */
export function selectionBoard(platform: NodeJS.Platform): Board | null {
  if (platform !== 'linux') return null
  const selection: unknown = Reflect.get(clipboard, 'selection')
  if (typeof selection === 'object' && selection !== null) {
    return {
      readText: () => clipboard.selection.readText(),
      clear: () => {
        clipboard.selection.clear()
      },
    }
  }
  // The older engine names the clipboard in an argument.
  return {
    readText: () => String(Reflect.apply(clipboard.readText, clipboard, ['selection'])),
    clear: () => {
      Reflect.apply(clipboard.clear, clipboard, ['selection'])
    },
  }
}
