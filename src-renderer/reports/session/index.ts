export { sessionDocument } from './document'
export { sessionFileName } from './fileName'
export * from './model'
