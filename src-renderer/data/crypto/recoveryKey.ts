import { ok, refuse, type Result } from '../../domain/result'
import { type Bytes, randomBytes } from './bytes'

/**
 * The recovery key on paper: 160 random bits as 8 groups of 5 signs. Of each group the first four carry 20 bits and the
 * fifth is a check over them and over the number of the group, so that a slip of the pen is found in its own group and
 * groups in the wrong order are noticed. No I, L, O or U among the signs, and reading forgives them.
 */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const RECOVERY_GROUPS = 8
const GROUP = 5
const SECRET_LENGTH = 20

/** Doubling in the field of 32 elements (x⁵ + x² + 1): any one wrong sign and any two swapped signs change the check. */
function double(value: number): number {
  const next = value << 1
  return next > 31 ? next ^ 0b100101 : next
}

function checkOf(signs: readonly number[], group: number): number {
  let check = group + 1
  for (const sign of signs) check = double(check) ^ sign
  return double(check)
}

/** Fresh random bytes for a recovery key. */
export const newRecoverySecret = (): Bytes => randomBytes(SECRET_LENGTH)

/** As it goes on paper: `4F7KQ-…`, 8 groups with dashes. */
export function formatRecoveryKey(secret: Bytes): string {
  const groups: string[] = []
  for (let group = 0; group < RECOVERY_GROUPS; group++) {
    const signs = signsOf(secret, group)
    groups.push([...signs, checkOf(signs, group)].map((sign) => SIGNS.charAt(sign)).join(''))
  }
  return groups.join('-')
}

/** The four signs of 5 bits of one group: bits 20g to 20g + 19. */
function signsOf(secret: Uint8Array, group: number): number[] {
  return [0, 1, 2, 3].map((place) => {
    const at = group * 20 + place * 5
    const pair = ((secret[at >> 3] ?? 0) << 8) | (secret[(at >> 3) + 1] ?? 0)
    return (pair >> (11 - (at & 7))) & 31
  })
}

const WHERE = 'Kijk op uw herstelblad.'

/** Reads a recovery key as a person typed it. Says which group can't be right. */
export function parseRecoveryKey(text: string): Result<Bytes> {
  const typed = text
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .map((part) => part.replace(/O/g, '0').replace(/[IL]/g, '1'))
  const whole = typed.join('')
  if (whole === '') return refuse('recovery-empty', `Vul de herstelsleutel in. ${WHERE}`)
  const groups = groupsOf(typed)
  for (const [index, group] of groups.entries()) {
    const problem = problemOf(group, index)
    if (problem !== null) return refuse('recovery-group', problem, String(index + 1))
  }
  if (groups.length !== RECOVERY_GROUPS)
    return refuse(
      'recovery-length',
      `De herstelsleutel heeft ${String(RECOVERY_GROUPS)} groepjes van ${String(GROUP)} tekens. U hebt er ${String(groups.length)} ingevuld. ${WHERE}`,
    )
  return ok(secretOf(groups.map(valuesOf)))
}

/** Groups as they were typed, or in fives when they weren't typed as groups. */
function groupsOf(typed: readonly string[]): string[] {
  if (typed.length === RECOVERY_GROUPS) return [...typed]
  return typed.join('').match(/.{1,5}/gu) ?? []
}

const valuesOf = (group: string): number[] => Array.from(group, (sign) => SIGNS.indexOf(sign))

function problemOf(group: string, index: number): string | null {
  const name = `Groepje ${String(index + 1)} (${group})`
  if (index >= RECOVERY_GROUPS)
    return `Er staat te veel: na groepje ${String(RECOVERY_GROUPS)} komt niets meer. ${WHERE}`
  const strange = Array.from(group).find((sign) => !SIGNS.includes(sign))
  if (strange !== undefined)
    return `${name} klopt niet: het teken ${strange} komt in een herstelsleutel niet voor. ${WHERE}`
  if (group.length !== GROUP)
    return `${name} klopt niet: een groepje heeft ${String(GROUP)} tekens en dit heeft er ${String(group.length)}. ${WHERE}`
  const values = valuesOf(group)
  return checkOf(values.slice(0, -1), index) === values.at(-1)
    ? null
    : `${name} klopt niet: er zit een tikfout in of het staat niet op zijn plaats. ${WHERE}`
}

function secretOf(groups: readonly (readonly number[])[]): Bytes {
  const secret = new Uint8Array(SECRET_LENGTH)
  const signs = groups.flatMap((group) => group.slice(0, -1))
  for (const [index, sign] of signs.entries())
    for (let bit = 0; bit < 5; bit++) {
      const at = index * 5 + bit
      if (((sign >> (4 - bit)) & 1) === 1) secret[at >> 3] = (secret[at >> 3] ?? 0) | (128 >> (at & 7))
    }
  return secret
}
