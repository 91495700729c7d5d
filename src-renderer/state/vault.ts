export { theVault } from './heldVault'
