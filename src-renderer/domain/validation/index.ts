export * from './limits'
export { validateBaseline } from './baseline'
export { normaliseProject, validateProject } from './project'
export { validateProgramme } from './programme'
export {
  validateAllocationKey,
  validateArrangementType,
  validateMilestone,
  validateMunicipality,
  validatePartner,
  validateProgrammeRecord,
  validateReport,
} from './records'
export { validateRegie } from './regie'
export { MAX_REVIEW_ROWS, validateAnswer, validateRound } from './review'
export { validateScenario } from './scenario'
