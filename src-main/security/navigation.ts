import type { App, WebContents } from 'electron'
import { isEntryPage } from './csp'

/** Every page of the process, however it came to be, stays where it is and opens nothing. */
export function guardNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    guard(contents)
  })
}

function guard(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')

  contents.on('will-frame-navigate', (event) => {
    // The page may load itself anew, nothing else; frames inside it don't exist.
    if (!event.isMainFrame || !isEntryPage(event.url)) event.preventDefault()
  })
  contents.on('will-navigate', (event) => {
    if (!isEntryPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault()
    callback('')
  })
}
