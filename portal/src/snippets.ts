/** How to read a published table from five places; addresses are the reader's own. */
export function snippets(origin: string, table: string, city: string): {name: string; code: string}[] {
  const at = (suffix: string) => `${origin}/api/v1/tables/${table}.${suffix}`
  return [
    {name: 'DuckDB', code: `SELECT *\nFROM   '${at('parquet')}'\nWHERE  city = '${city}'\nLIMIT  10;`},
    {
      name: 'Python',
      code: `import pandas as pd\n\n${table} = pd.read_parquet("${at('parquet')}")\n${table}[${table}.city == "${city}"].head(10)`,
    },
    {name: 'R', code: `${table} <- read.csv("${at('csv')}")\nhead(subset(${table}, city == "${city}"), 10)`},
    {
      name: 'JavaScript',
      code: `const answer = await fetch('${at('json')}?city=${city}&limit=10')\nconst {release, rows} = await answer.json()`,
    },
    {
      name: 'curl',
      code: `curl --fail --remote-name '${at('csv')}'\ncurl --fail '${at('json')}?city=${city}&limit=10'`,
    },
  ]
}
