import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { sampleText } from './text'

// Writes the sample programme: `npx tsx tools/sample/build.ts`. A test checks that the file in the tree is this one.
const target = resolve(import.meta.dirname, '../../resources/sample/achterhoek.palet')
writeFileSync(target, sampleText())
console.log(`Geschreven: ${target}`)
