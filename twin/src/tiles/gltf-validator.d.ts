// The package has no types of its own; this is what the tests use of it.
declare module 'gltf-validator' {
  export function validateBytes(
    glb: Uint8Array,
  ): Promise<{issues: {messages: {code: string; severity: number; message: string; pointer: string}[]}}>
}
