/** What a bundler gives for a file that is to be served as it is. */
declare module '*?url' {
  const address: string
  export default address
}
