type Placed = { readonly address: string; readonly areaPath: readonly { readonly name: string }[] }

/** Where a site is, in the words that lead there: its address; without one the areas around it. */
export const whereWords = ({ address, areaPath }: Placed): string =>
  address || areaPath.map(({ name }) => name).join(' · ')
