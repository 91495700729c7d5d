import { textAsHtml } from '../exchange'
import { copyTable } from '../platform'
import { useNotices } from './notices'
import { noteOutput } from './outputLog'

/** A text on its way to a message that the person sends: Palet itself sends nothing. */
export interface TextOut {
  readonly text: string
  /** What to say when it worked. */
  readonly said: string
  /** What the text is, for the log: `herinnering voor reviewronde 2`. */
  readonly what: string
}

/** Puts a text on the clipboard, says so and puts it in the log. */
export function useTextOutput() {
  const notices = useNotices()

  /** True when it worked. */
  async function copy({ text, said, what }: TextOut): Promise<boolean> {
    const answer = await copyTable(text, textAsHtml(text))
    if (!answer.ok) {
      notices.show({ kind: 'error', text: answer.error.message })
      return false
    }
    notices.show({ kind: 'success', text: said })
    await noteOutput({ kind: 'export', summary: `${what} gekopieerd naar het klembord` })
    return true
  }

  return { copy }
}
