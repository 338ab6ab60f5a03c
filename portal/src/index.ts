export {type Build, buildPortal} from './build-portal.ts'
export {createPortal, type Portal} from './create-portal.ts'
