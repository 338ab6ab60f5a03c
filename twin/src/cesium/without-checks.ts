const checks = /\/\/>>includeStart\('debug'[\s\S]*?\/\/>>includeEnd\('debug'\);?/g

/**
 * A plugin of Vite. Takes the engine's checks of arguments out of what is bundled, as its maker's own builds do: they
 * stand between marks in its source, run many thousand times a frame, and are for those who write programs.
 */
export const withoutChecks = () => ({
  name: 'engine-without-checks',
  transform: {
    filter: {id: /@cesium\/engine\/Source\/.*\.js$/, code: /includeStart/},
    handler: (code: string) => ({code: code.replaceAll(checks, ''), map: null}),
  },
})
