// The full page: the same triage, with room for the list beside one invitation.

import { startTriage } from '../triage/app.js';

await startTriage({ form: 'page' });
