export * from './allFigures'
export * from './definitions'
export * from './explain'
export * from './recompute'
