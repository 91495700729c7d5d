import type { App } from '../../e2e/support'

/** The protests that an attack causes; anything else still fails the test. */
export function expectProtests(app: App): void {
  app.problems.expect(/Content Security Policy|policy violated|ERR_BLOCKED_BY_CLIENT|ERR_BLOCKED_BY_CSP/)
  app.problems.expect(
    /Not allowed to load local resource|Failed to load resource|Permissions? policy|ERR_FAILED/,
  )
  app.problems.expect(/Not allowed to navigate top frame to data URL/)
  app.problems.expect(/URL scheme "file" is not supported|WebSocket connection to/)
}
