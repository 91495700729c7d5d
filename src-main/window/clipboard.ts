import { clipboard, ClipboardItem } from 'electron'

/** A table in both shapes at once: a spreadsheet takes the tabs, a text document the HTML. */
export async function writeTable(table: { readonly text: string; readonly html: string }): Promise<void> {
  if (typeof ClipboardItem === 'function') {
    await clipboard.write([new ClipboardItem({ 'text/plain': table.text, 'text/html': table.html })])
    return
  }
  // The older engine that the tests may run on has no such class and takes both texts in one object.
  Reflect.apply(clipboard.write, clipboard, [{ text: table.text, html: table.html }])
}
