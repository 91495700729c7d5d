export * from './entries'
export * from './fold'
export { slips } from './distance'
export * from './search'
