// Address of the program that reads IFC, as the page's bundler hands it out: from our own server, like any asset. For
// browsers only; in Node web-ifc finds its own.
export {default as ifcProgramAddress} from 'web-ifc/web-ifc.wasm?url'
