import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { FileHandleInfo } from '../contract'
import { BridgeFailure } from './failure'

export type FileRight = 'read' | 'write'

interface Grant {
  readonly path: string
  readonly right: FileRight
}

/**
 * Which files the window may touch: only those a person pointed at. The path stays here; the window holds
 * a random token that means nothing anywhere else.
 */
export class FileTokens {
  readonly #grants = new Map<string, Grant>()

  /** The right to write includes reading back. */
  issue(path: string, right: FileRight): FileHandleInfo {
    for (const [token, grant] of this.#grants) {
      if (grant.path === path && grant.right === right) return { token, name: basename(path) }
    }
    const token = randomUUID()
    this.#grants.set(token, { path, right })
    return { token, name: basename(path) }
  }

  /** The path behind a token, or a refusal. */
  pathFor(token: string, right: FileRight): string {
    const grant = this.#grants.get(token)
    if (!grant) {
      throw new BridgeFailure('unknown-token', 'Palet kent dit bestand niet meer. Kies het bestand opnieuw.')
    }
    if (right === 'write' && grant.right !== 'write') {
      throw new BridgeFailure(
        'refused',
        `“${basename(grant.path)}” is geopend om te lezen. Gebruik “Kopie bewaren” om een plek te kiezen.`,
      )
    }
    return grant.path
  }
}
