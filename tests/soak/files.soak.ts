import { fuzzFiles } from './fuzzFiles'

/** Mutated `.palet` files: plain, sealed and backups. */
const count = Number(process.env['PALET_FILES'] ?? 100_000)
const seed = Number(process.env['PALET_SEED'] ?? Date.now() % 1_000_000)

console.log(`seed ${String(seed)}`)
const report = await fuzzFiles({
  count,
  seed,
  longest: 1000,
  onProgress: (tried) => {
    if (tried % 10_000 === 0) console.log(String(tried))
  },
})
console.log(JSON.stringify(report))
