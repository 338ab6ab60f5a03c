export type {DemoOptions} from './chapter.ts'
export {type DemoManifest, type GenerateEffects, generateDemoCity, scaleRange} from './generate.ts'
export {generatorFingerprint} from './generator-fingerprint.ts'
