import { fuzzWorkbooks } from './fuzzWorkbooks'

/** Damaged workbooks and CSVs of a review round: of zip, XML and cell. */
const count = Number(process.env['PALET_WORKBOOKS'] ?? 20_000)
const seed = Number(process.env['PALET_SEED'] ?? Date.now() % 1_000_000)

console.log(`seed ${String(seed)}`)
const report = await fuzzWorkbooks({
  count,
  seed,
  longest: 5_000,
  onProgress: (tried) => {
    if (tried % 1_000 === 0) console.log(String(tried))
  },
})
console.log(JSON.stringify(report))
