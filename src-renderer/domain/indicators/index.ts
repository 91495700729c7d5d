export * from './allFigures'
export * from './definitions'
export * from './explain'
