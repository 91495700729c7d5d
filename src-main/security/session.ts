import { protocol, type App, type Session } from 'electron'
import { APP_SCHEME, isLocalContent } from './csp'
import { answerFromFolder } from './scheme'

/** Before the app is ready: the scheme gets the rights of a real origin (storage, workers, fetch). */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Before the app is ready: the engine's own traffic is switched off at the source. */
export function disableNetwork(app: App): void {
  const { commandLine } = app
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'disable-breakpad',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name)
  }
  // No name and no address resolves. This also stops what passes by the request filter: prefetching of
  // names, preconnecting, and the relays of a peer connection.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** Everything that a page could reach outside itself is refused here, whatever the page's own policy says. */
export async function secureSession(
  session: Session,
  { rendererFolder, forMakers }: { readonly rendererFolder: string; readonly forMakers: boolean },
): Promise<void> {
  session.protocol.handle(APP_SCHEME, (request) => answerFromFolder(request, rendererFolder))

  session.webRequest.onBeforeRequest((details, callback) => {
    const isDeveloperTool = forMakers && details.url.startsWith('devtools://devtools/')
    callback({ cancel: !isLocalContent(details.url) && !isDeveloperTool })
  })

  // Also the permission for lasting storage: Electron never clears a page's storage to free disk space, so
  // there is nothing to ask for.
  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback({})
  })

  session.on('will-download', (event) => {
    event.preventDefault()
  })

  // The spelling checker would fetch its dictionaries from a server.
  session.setSpellCheckerEnabled(false)
  // A fixed answer: no looking for a proxy on the network. Nothing listens there, also for what would get this far.
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  })
}
