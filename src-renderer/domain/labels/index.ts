export * from './fields'
export * from './format'
export * from './tables'
export * from './values'
