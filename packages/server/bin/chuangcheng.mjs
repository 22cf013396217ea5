#!/usr/bin/env node
import { runMain } from '../../../tools/run-main.mjs'

await runMain(process.argv.slice(2))
