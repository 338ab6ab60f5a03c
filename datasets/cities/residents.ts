const source = 'State Statistics Service of Ukraine, 1 January 2022 (last count before the invasion)'

/** The last published population of a Ukrainian city; later years are estimates that nobody publishes by city. */
export const residents2022 = (residents: number) => [{year: 2022, residents, source}]
