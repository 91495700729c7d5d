import { compareDutch } from '@/domain/labels'
import { familyOf } from '@/domain/capacity'
import type { Id } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Trajectory } from '@/domain/trajectories'

interface ProjectChoice {
  readonly value: Id
  readonly label: string
  readonly group: string
}

/** Projects that can offer a place, those that fit the wishes first. Shelter and what ended is no home. */
export function projectChoices(data: ProgrammeData, { preferredId, typeId }: Trajectory): ProjectChoice[] {
  return [...data.projects.values()]
    .filter((project) => familyOf(data, project) !== 'shelter' && project.phase !== 'ended')
    .map((project) => {
      const fits = Number(project.municipalityId === preferredId) + Number(project.typeId === typeId)
      const place = data.municipalities.get(project.municipalityId)?.name ?? ''
      return { value: project.id, label: `${project.name} (${place})`, fits }
    })
    .sort((a, b) => b.fits - a.fits || compareDutch(a.label, b.label))
    .map(({ value, label, fits }) => ({
      value,
      label,
      group: fits > 0 ? 'Past bij de wens' : 'Andere projecten',
    }))
}
