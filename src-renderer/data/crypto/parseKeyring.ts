import { ok, refuse, type Result } from '../../domain/result'
import type { KdfParameters } from './kdfParameters'
import type { KeychainSlot, Keyring, PassphraseSlot, Slot } from './keyring'

/** Thrown inside only: a member that isn't there or isn't what it should be. */
class Unreadable extends Error {}

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable()
  return new Map<string, unknown>(Object.entries(value))
}

function text(members: ReadonlyMap<string, unknown>, key: string, longest: number): string {
  const value = members.get(key)
  if (typeof value !== 'string' || value.length > longest) throw new Unreadable()
  return value
}

function count(members: ReadonlyMap<string, unknown>, key: string): number {
  const value = members.get(key)
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Unreadable()
  return value
}

function kdfOf(value: unknown): KdfParameters {
  const members = membersOf(value)
  if (members.get('algorithm') !== 'argon2id') throw new Unreadable()
  return {
    algorithm: 'argon2id',
    memory: count(members, 'memory'),
    passes: count(members, 'passes'),
    lanes: count(members, 'lanes'),
    salt: text(members, 'salt', 128),
  }
}

function slotOf(members: ReadonlyMap<string, unknown>): Slot {
  return { wrapped: text(members, 'wrapped', 256), checksum: text(members, 'checksum', 64) }
}

function passphraseOf(value: unknown): PassphraseSlot {
  const members = membersOf(value)
  return { kdf: kdfOf(members.get('kdf')), ...slotOf(members) }
}

function keychainOf(value: unknown): KeychainSlot {
  const members = membersOf(value)
  const sealed = members.get('sealedSecret') ?? null
  return { ...slotOf(members), sealedSecret: sealed === null ? null : text(members, 'sealedSecret', 8_192) }
}

/** Reads a keyring that comes from outside this program: from the disk or out of a file. */
export function parseKeyring(value: unknown): Result<Keyring> {
  try {
    const members = membersOf(value)
    const version = count(members, 'version')
    if (version > 1)
      return refuse(
        'keyring-newer',
        'De sleutels zijn gemaakt met een nieuwere versie van Palet. Installeer de nieuwste versie om verder te werken.',
      )
    if (version !== 1) throw new Unreadable()
    const recovery = members.get('recovery') ?? null
    const keychain = members.get('keychain') ?? null
    return ok({
      version: 1,
      id: text(members, 'id', 64),
      passphrase: passphraseOf(members.get('passphrase')),
      recovery: recovery === null ? null : slotOf(membersOf(recovery)),
      keychain: keychain === null ? null : keychainOf(keychain),
    })
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause
    return refuse(
      'keyring-damaged',
      'De sleutels van Palet op deze computer zijn beschadigd. Er is niets gewijzigd. Zet een reservekopie terug om verder te werken.',
    )
  }
}
