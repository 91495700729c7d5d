import type { BridgeError, BridgeErrorCode } from '../contract'

/** A refusal with words for the person. Anything else that is thrown counts as a fault of Palet itself. */
export class BridgeFailure extends Error {
  readonly code: BridgeErrorCode

  constructor(code: BridgeErrorCode, message: string) {
    super(message)
    this.name = 'BridgeFailure'
    this.code = code
  }

  toAnswer(): BridgeError {
    return { code: this.code, message: this.message }
  }
}

/** The system's code of a failed file operation ('ENOSPC'), or null when it is something else. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

export function readFailure(error: unknown, name: string): BridgeFailure {
  if (error instanceof BridgeFailure) return error
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new BridgeFailure(
        'file-not-found',
        `Het bestand “${name}” is niet gevonden. Misschien is het verplaatst of verwijderd. Kies het opnieuw.`,
      )
    case 'EACCES':
    case 'EPERM':
      return new BridgeFailure(
        'no-access',
        `Je mag het bestand “${name}” niet lezen. Vraag de eigenaar om toegang of kies een ander bestand.`,
      )
    case 'EISDIR':
      return notAFile(name)
    case 'EBUSY':
      return new BridgeFailure(
        'read-failed',
        `Het bestand “${name}” is in gebruik door een ander programma. Sluit het daar en probeer het opnieuw.`,
      )
    default:
      return new BridgeFailure(
        'read-failed',
        `Het bestand “${name}” is niet te lezen. Controleer de schijf of de netwerkverbinding en probeer het opnieuw.`,
      )
  }
}

export function notAFile(name: string): BridgeFailure {
  return new BridgeFailure('read-failed', `“${name}” is geen bestand. Kies een bestand.`)
}

export function tooLarge(name: string, limit: number): BridgeFailure {
  const megabytes = Math.floor(limit / (1024 * 1024))
  return new BridgeFailure(
    'file-too-large',
    `Het bestand “${name}” is te groot. Palet werkt met bestanden tot ${megabytes} MB.`,
  )
}

/** `oldKept`: there was a file of this name before, and it is still there as it was. */
export function writeFailure(error: unknown, name: string, oldKept: boolean): BridgeFailure {
  if (error instanceof BridgeFailure) return error
  const kept = oldKept ? ' Het bestand dat er al stond is niet veranderd.' : ''
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new BridgeFailure(
        'disk-full',
        `De schijf is vol: “${name}” is niet bewaard.${kept} Maak ruimte vrij of kies een andere plek.`,
      )
    case 'EFBIG':
      return new BridgeFailure(
        'file-too-large',
        `“${name}” is te groot voor deze schijf en is niet bewaard.${kept} Kies een andere plek.`,
      )
    case 'EROFS':
      return new BridgeFailure(
        'no-access',
        `Op deze plek kunt u alleen lezen: “${name}” is niet bewaard.${kept} Kies een andere plek.`,
      )
    case 'EACCES':
    case 'EPERM':
      return new BridgeFailure(
        'no-access',
        `Je mag hier niet schrijven: “${name}” is niet bewaard.${kept} Kies een andere map of vraag om toegang.`,
      )
    case 'ENOENT':
    case 'ENOTDIR':
      return new BridgeFailure(
        'file-not-found',
        `De map voor “${name}” is er niet meer. Er is niets bewaard. Kies een andere map.`,
      )
    case 'EISDIR':
      return new BridgeFailure(
        'write-failed',
        `“${name}” is een map en geen bestand. Er is niets bewaard. Kies een andere naam.`,
      )
    case 'ENAMETOOLONG':
      return new BridgeFailure('write-failed', `De naam “${name}” is te lang. Kies een kortere naam.`)
    case 'EBUSY':
    case 'ETXTBSY':
      return new BridgeFailure(
        'write-failed',
        `“${name}” is in gebruik door een ander programma en is niet bewaard.${kept} Sluit het daar en probeer het opnieuw.`,
      )
    default:
      return new BridgeFailure(
        'write-failed',
        `“${name}” is niet bewaard.${kept} Controleer de schijf of de netwerkverbinding en probeer het opnieuw.`,
      )
  }
}
