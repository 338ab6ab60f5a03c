const grouped = new Intl.NumberFormat('en', {maximumFractionDigits: 1})

/** 130298 → "130,298"; at most one decimal. */
export const groupDigits = (value: number | bigint): string => grouped.format(value)
