import { ref } from 'vue'
import { formatDate, plural } from '@/domain/labels'
import { type ReviewRound, roundLabel } from '@/domain/review'
import { type FileToSave, saveFileAs, saveFiles } from '@/platform'
import type { ReviewPaper } from '@/reports/review'
import { useNotices } from '@/state/notices'
import { noteOutput } from '@/state/outputLog'
import { useProgramme } from '@/state/programme'
import { askSeal, type SealChoice } from '@/state/sealedFiles'
import { useSelection } from '@/state/selection'
import { useMadeFiles } from './madeFiles'
import { type Association, makeFile, type RoundFileKind } from './makeFiles'
import { fileNouns } from './words'

interface Made {
  readonly kind: RoundFileKind
  readonly association: Association
  readonly file: FileToSave
}

/** Makes the files of a round and saves them: one by one, or all in a folder. */
export function useRoundFiles() {
  const programme = useProgramme()
  const selection = useSelection()
  const notices = useNotices()
  const { madeFor, remember } = useMadeFiles()
  /** What is being made, from 0 to 1; null when nothing is. */
  const progress = ref<{ readonly share: number; readonly text: string } | null>(null)

  async function saveOne(
    round: ReviewRound,
    kind: RoundFileKind,
    association: Association,
    paper: ReviewPaper,
  ): Promise<void> {
    const seal = await sealFor(round, kind === 'review' ? [association] : [])
    if (seal === null) return
    const made = await makeAll(round, [kind], [association], paper, seal)
    const [only] = made ?? []
    if (only === undefined) return
    const { kind: fileKind, suggestedName, bytes } = only.file
    const answer = await saveFileAs(fileKind, suggestedName, bytes)
    if (!answer.ok) {
      notices.show({ kind: 'error', text: answer.error.message })
      return
    }
    if (answer.value === null) return
    const { name } = answer.value
    notices.show({ kind: 'success', text: `Bewaard als "${name}".` })
    await note(round, [{ ...only, name }], seal)
  }

  async function saveAll(
    round: ReviewRound,
    kinds: readonly RoundFileKind[],
    associations: readonly Association[],
    paper: ReviewPaper,
  ): Promise<void> {
    const seal = await sealFor(round, kinds.includes('review') ? associations : [])
    if (seal === null) return
    const made = await makeAll(round, kinds, associations, paper, seal)
    if (made === null) return
    const answer = await saveFiles(made.map(({ file }) => file))
    if (!answer.ok) {
      notices.show({ kind: 'error', text: answer.error.message })
      return
    }
    if (answer.value === null) return
    const { folder, saved, message } = answer.value
    const done = `${plural(saved.length, 'bestand', 'bestanden')} bewaard in de map "${folder}".`
    if (message === null) notices.show({ kind: 'success', text: done })
    else notices.show({ kind: 'error', text: `${done} Daarna ging het mis. ${message}` })
    await note(
      round,
      saved.flatMap((name, i) => {
        const each = made[i]
        return each === undefined ? [] : [{ ...each, name }]
      }),
      seal,
    )
  }

  /** Asks only when a file can be sealed; null when the person gives up. */
  async function sealFor(
    round: ReviewRound,
    associations: readonly Association[],
  ): Promise<SealChoice | null> {
    const [first] = associations
    if (first === undefined) return 'plain'
    return askSeal({
      title: 'Palet-bestand bewaren',
      description:
        associations.length === 1
          ? `De rijen van ${first.name} in ${roundLabel(round)}, om te openen met Palet.`
          : `De rijen van ${plural(associations.length, 'corporatie', 'corporaties')} in ${roundLabel(round)}. Alle bestanden krijgen dezelfde wachtzin. Wilt u per corporatie een eigen wachtzin? Maak de bestanden dan een voor een.`,
    })
  }

  async function makeAll(
    round: ReviewRound,
    kinds: readonly RoundFileKind[],
    associations: readonly Association[],
    paper: ReviewPaper,
    seal: SealChoice,
  ): Promise<Made[] | null> {
    const { data } = programme
    if (data === null || progress.value !== null) return null
    const made: Made[] = []
    const total = kinds.length * associations.length
    try {
      for (const association of associations)
        for (const kind of kinds) {
          progress.value = {
            share: made.length / total,
            text: `Bestand ${String(made.length + 1)} van ${String(total)}: ${fileNouns[kind]} van ${association.name}`,
          }
          const options = { paper, seal, today: selection.today }
          made.push({ kind, association, file: await makeFile(kind, data, round, association, options) })
        }
      return made
    } catch {
      notices.show({
        kind: 'error',
        text: 'Het maken van de bestanden is niet gelukt. Er is niets bewaard. Probeer het opnieuw.',
      })
      return null
    } finally {
      progress.value = null
    }
  }

  async function note(
    round: ReviewRound,
    saved: readonly (Made & { readonly name: string })[],
    seal: SealChoice,
  ): Promise<void> {
    for (const { kind, association, file, name } of saved) {
      const how = kind !== 'review' ? '' : seal === 'plain' ? ', zonder wachtzin' : ', met een wachtzin'
      await noteOutput({
        kind: 'export',
        summary: `${roundLabel(round)}, ${fileNouns[kind]} van ${association.name} bewaard als "${name}"${how}`,
        file: { name, bytes: file.bytes },
      })
    }
    await remember(
      saved.map(({ kind, association }) => ({
        roundId: round.id,
        associationId: association.id,
        kind,
        on: selection.today,
      })),
    )
  }

  /** `werkmap en tabel als PDF op 2 november 2026`, or empty. */
  function madeText(round: ReviewRound, associationId: string): string {
    const byDay = new Map<string, string[]>()
    for (const { kind, on } of madeFor(round.id, associationId))
      byDay.set(on, [...(byDay.get(on) ?? []), fileNouns[kind]])
    return [...byDay]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([on, nouns]) => `${nouns.join(', ')} (${formatDate(on)})`)
      .join('; ')
  }

  return { progress, saveOne, saveAll, madeText }
}
