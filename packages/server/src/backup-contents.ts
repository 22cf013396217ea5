import type { WhatTravels } from './platform/backup/index.ts'

/** What a backup carries beside all rows. */
export const BACKUP_CONTENTS: WhatTravels = {
  // Who was signed in, or held a link, must not come in through a copy of the city: everybody signs in anew.
  tablesWithoutRows: ['user_session', 'password_link'],
  fileHashes: 'select distinct hash from stored_file order by hash',
}
