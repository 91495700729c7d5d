import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { protection } from '@/domain/labels/protection'

const readme = readFileSync(resolve(import.meta.dirname, '../../../README.md'), 'utf8').replace(/\s+/g, ' ')

describe('what is protected, against whom, and what is not', () => {
  it('stands in the README in the same words as on the screen', () => {
    for (const { title, points } of protection) {
      expect(readme).toContain(`**${title}**`)
      for (const point of points) expect(readme).toContain(`- ${point}`)
    }
  })
})
