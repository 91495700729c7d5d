import { APP_ORIGIN, isEntryPage } from '../security/csp'

/** As much of a frame as the judgement needs; the real ones are Electron's. */
export interface FrameLike {
  readonly url: string
  readonly origin: string
  readonly parent: unknown
}

export interface SenderEvent<F extends FrameLike> {
  readonly sender: { readonly id: number; readonly mainFrame: F }
  /** Null when the frame is gone already. */
  readonly senderFrame: F | null
}

/** Only the main frame of our own window, showing our own page, may ask anything. */
export function isTrustedSender<F extends FrameLike>(
  event: SenderEvent<F>,
  windowId: number | null,
): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    windowId !== null &&
    event.sender.id === windowId &&
    frame === event.sender.mainFrame &&
    frame.parent === null &&
    frame.origin === APP_ORIGIN &&
    isEntryPage(frame.url)
  )
}
