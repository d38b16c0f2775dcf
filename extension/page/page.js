// The full page, with room for the list beside one invitation; and the sidebar, which is the same page in a narrow bar.

import { startTriage } from '../triage/app.js';

await startTriage({ form: location.search === '?sidebar' ? 'sidebar' : 'page' });
