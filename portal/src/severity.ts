const order = ['block', 'warn', 'info']

/** Heaviest first. */
export const severityRank = (severity: string): number => order.indexOf(severity)
