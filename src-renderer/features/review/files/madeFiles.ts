import { shallowRef, watch } from 'vue'
import type { Id, IsoDate } from '@/domain/model/entities'
import { useProgramme } from '@/state/programme'
import { programmeSetting, setProgrammeSetting } from '@/state/programmeSettings'
import { FILE_KINDS, type RoundFileKind } from './makeFiles'

/** A file that was made on this computer, and when for the last time. */
export interface MadeFile {
  readonly roundId: Id
  readonly associationId: Id
  readonly kind: RoundFileKind
  readonly on: IsoDate
}

/** Which files were made here. It is a convenience: the log has the whole story. */
export function useMadeFiles() {
  const programme = useProgramme()
  const made = shallowRef<readonly MadeFile[]>([])

  watch(
    () => programme.id,
    async (id) => {
      made.value = []
      if (id === null) return
      const kept = await programmeSetting('reviewFiles', id)
      if (kept.ok && programme.id === id) made.value = readMade(kept.value)
    },
    { immediate: true },
  )

  async function remember(files: readonly MadeFile[]): Promise<void> {
    const { id, data } = programme
    if (id === null || data === null) return
    const same = (a: MadeFile, b: MadeFile): boolean =>
      a.roundId === b.roundId && a.associationId === b.associationId && a.kind === b.kind
    const kept = made.value.filter(
      // A round that is gone for good leaves nothing behind here.
      (old) => data.reviewRounds.has(old.roundId) && !files.some((file) => same(file, old)),
    )
    made.value = [...kept, ...files]
    await setProgrammeSetting('reviewFiles', id, made.value)
  }

  const madeFor = (roundId: Id, associationId: Id): MadeFile[] =>
    made.value.filter((file) => file.roundId === roundId && file.associationId === associationId)

  return { madeFor, remember }
}

/** What was kept may be of another version of Palet: what isn't understood is left out. */
export function readMade(value: unknown): MadeFile[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => readOne(item) ?? []) : []
}

function readOne(value: unknown): MadeFile | null {
  if (typeof value !== 'object' || value === null) return null
  const { roundId, associationId, kind, on }: Partial<Record<keyof MadeFile, unknown>> = value
  const known = FILE_KINDS.find((each) => each === kind)
  return typeof roundId === 'string' &&
    typeof associationId === 'string' &&
    typeof on === 'string' &&
    known !== undefined
    ? { roundId, associationId, kind: known, on }
    : null
}
