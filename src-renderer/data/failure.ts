import { type DomainError, ok, type Result } from '../domain/result'

/** A refusal of the store on its way up; the session turns it into a value. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure'
  constructor(readonly error: DomainError) {
    super(error.code)
  }
}

const REASONS: Readonly<Record<string, DomainError>> = {
  full: {
    code: 'store-full',
    message:
      'De schijf is vol. De laatste wijziging is niet bewaard. Maak ruimte vrij en probeer het opnieuw.',
  },
  closed: {
    code: 'store-closed',
    message:
      'Het systeem heeft de opslag van dit programma gesloten. De laatste wijziging is niet bewaard. Sluit het programma en open het opnieuw.',
  },
  blocked: {
    code: 'store-blocked',
    message:
      'De opslag is nog in gebruik door een ander venster van Palet. Sluit dat venster en probeer het opnieuw.',
  },
  locked: {
    code: 'vault-closed',
    message: 'Palet is vergrendeld. Ontgrendel Palet en probeer het opnieuw.',
  },
  failed: {
    code: 'store-failed',
    message:
      'Het bewaren of lezen van het programma is mislukt. Probeer het opnieuw. Lukt het weer niet, start Palet dan opnieuw.',
  },
}

/** Names of the browser's and Dexie's errors, by what they mean for the person. */
const MEANING: Readonly<Record<string, string>> = {
  QuotaExceededError: 'full',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  InvalidState: 'closed',
  OpenFailedError: 'closed',
  MissingAPIError: 'closed',
  UnknownError: 'failed',
  VaultClosed: 'locked',
  BlockedError: 'blocked',
  TimeoutError: 'blocked',
}

/** Dexie wraps the error that started it all in `inner`, an abort in turn in an AbortError: look through both. */
function namesOf(error: unknown): string[] {
  const names: string[] = []
  let current = error
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    if ('name' in current && typeof current.name === 'string') names.push(current.name)
    current = 'inner' in current ? current.inner : 'cause' in current ? current.cause : null
  }
  return names
}

export function storeError(cause: unknown): DomainError {
  if (cause instanceof StoreFailure) return cause.error
  if (typeof cause === 'object' && cause !== null && 'inner' in cause && cause.inner instanceof StoreFailure)
    return cause.inner.error
  const names = namesOf(cause)
  const meanings = names.map((name) => MEANING[name]).filter((meaning) => meaning !== undefined)
  const meaning = meanings.find((candidate) => candidate !== 'failed') ?? 'failed'
  const reason = REASONS[meaning] ?? REASONS['failed']
  return reason ?? { code: 'store-failed', message: 'Het bewaren is mislukt.' }
}

/** Runs something that reaches the store; what the store throws becomes a refusal in Dutch. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (cause) {
    return { ok: false, error: storeError(cause) }
  }
}

export const conflict = (): StoreFailure =>
  new StoreFailure({
    code: 'store-conflict',
    message:
      'Dit gegeven is ondertussen op een andere plek gewijzigd. Bekijk de nieuwe stand en probeer het opnieuw.',
  })

export const fromTheFuture = (): StoreFailure =>
  new StoreFailure({
    code: 'store-newer',
    message:
      'Deze gegevens zijn gemaakt met een nieuwere versie van Palet. Er is niets gewijzigd. Installeer de nieuwste versie om verder te werken.',
  })

export const programmeMissing = (): StoreFailure =>
  new StoreFailure({
    code: 'programme-missing',
    message:
      'Dit programma staat niet meer op deze computer. Open een kopie (.palet) of maak een nieuw programma.',
  })

/** @param what what is damaged, to stand after a colon */
export const damaged = (what = 'de inhoud is niet te lezen'): StoreFailure =>
  new StoreFailure({
    code: 'store-damaged',
    message: `De opslag van dit programma is beschadigd: ${what}. Er is niets gewijzigd. Herstel een reservekopie of open een kopie (.palet) om verder te werken.`,
  })

export const inUse = (): StoreFailure =>
  new StoreFailure({
    code: 'store-in-use',
    message:
      'Dit programma is al geopend in een ander venster van Palet. Werk daar verder, of sluit dat venster en probeer het opnieuw.',
  })

export const programmeExists = (): StoreFailure =>
  new StoreFailure({
    code: 'programme-exists',
    message: 'Dit programma staat al op deze computer. Open het vanuit de lijst op het startscherm.',
  })
