import { serialisePalet } from '@/exchange'
import { SAMPLE_ID, sampleProgramme } from './programme'

/** The text of `resources/sample/achterhoek.palet`: always the same bytes. */
export function sampleText(): string {
  return serialisePalet(sampleProgramme(), { savedAt: '2026-11-02T09:00:00Z', programmeId: SAMPLE_ID })
}
