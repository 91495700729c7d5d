import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRecoveryKey, newRecoverySecret, parseRecoveryKey } from '@/data/crypto/recoveryKey'
import { bytesOf, codeOf, messageOf, valueOf } from './support'

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(bytesOf)
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('the recovery key on paper', () => {
  it('is 160 random bits in 8 groups of 5', () => {
    const secret = newRecoverySecret()
    expect(secret).toHaveLength(20)
    expect(formatRecoveryKey(secret)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
  })

  it('stays the same way of writing: papers last longer than programs', () => {
    const secret = Uint8Array.from({ length: 20 }, (_, index) => index * 13)
    expect(formatRecoveryKey(secret)).toBe('006HT-M9SM9-85750-PT3NV-GA7SD-SADPN-RF8DA-VTQQJ')
  })

  it('is read back however it is typed', () => {
    const ways = fc.record({
      lower: fc.boolean(),
      between: fc.constantFrom('-', ' ', '', ' - ', '\n', '.', '\u2013'),
      zero: fc.constantFrom('0', 'O', 'o'),
      one: fc.constantFrom('1', 'I', 'l', 'L', 'i'),
    })
    fc.assert(
      fc.property(secrets, ways, (secret, way) => {
        const cased = way.lower ? formatRecoveryKey(secret).toLowerCase() : formatRecoveryKey(secret)
        const typed = cased.replaceAll('-', way.between).replaceAll('0', way.zero).replaceAll('1', way.one)
        expect(valueOf(parseRecoveryKey(`  ${typed} `))).toEqual(secret)
      }),
      { numRuns: 300, seed: 4 },
    )
  })

  it('names the group of any one wrong sign', () => {
    fc.assert(
      fc.property(secrets, fc.nat(39), fc.integer({ min: 1, max: 31 }), (secret, place, shift) => {
        const signs = Array.from(formatRecoveryKey(secret).replaceAll('-', ''))
        const was = SIGNS.indexOf(signs[place] ?? '')
        signs[place] = SIGNS.charAt((was + shift) % 32)
        const refused = parseRecoveryKey(signs.join(''))
        expect(codeOf(refused)).toBe('recovery-group')
        expect(messageOf(refused)).toContain(`Groepje ${String(Math.floor(place / 5) + 1)} `)
      }),
      { numRuns: 500, seed: 4 },
    )
  })

  it('names the group of two swapped signs, and the first of two swapped groups', () => {
    fc.assert(
      fc.property(secrets, fc.nat(7), fc.nat(3), (secret, group, place) => {
        const groups = formatRecoveryKey(secret).split('-')
        const signs = Array.from(groups[group] ?? '')
        const [a = '', b = ''] = [signs[place], signs[place + 1]]
        fc.pre(a !== b)
        signs[place] = b
        signs[place + 1] = a
        groups[group] = signs.join('')
        expect(messageOf(parseRecoveryKey(groups.join('-')))).toContain(`Groepje ${String(group + 1)} `)
      }),
      { numRuns: 300, seed: 4 },
    )
    const [first = '', second = '', ...rest] = formatRecoveryKey(newRecoverySecret()).split('-')
    expect(messageOf(parseRecoveryKey([second, first, ...rest].join('-')))).toContain('Groepje 1 ')
  })

  it.each([
    ['', 'recovery-empty', 'Vul de herstelsleutel in'],
    ['006HT-M9SM9', 'recovery-length', 'U hebt er 2 ingevuld'],
    [
      '006HT-M9SM9-85750-PT3NV-GA7SD-SADPN-RF8DA-VTQQ',
      'recovery-group',
      'Groepje 8 (VTQQ) klopt niet: een groepje heeft 5 tekens',
    ],
    ['006HT-M9SM9-85750-PT3NV-GA7SD-SAD-RF8DA-VTQQJ', 'recovery-group', 'Groepje 6 (SAD)'],
    ['006HT-M9SM9-85750-PT3NV-GA7SD-SADPU-RF8DA-VTQQJ', 'recovery-group', 'het teken U komt'],
    ['006HT-M9SM9-85750-PT3NV-GA7SD-SADPN-RF8DA-VTQQJ-006HT', 'recovery-group', 'Er staat te veel'],
  ])('says of %s what is wrong', (text, code, message) => {
    const refused = parseRecoveryKey(text)
    expect(codeOf(refused)).toBe(code)
    expect(messageOf(refused)).toContain(message)
  })
})
