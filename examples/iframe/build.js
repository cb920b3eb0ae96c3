// Two folders for two web servers: the vendor's own page, and the page in the frame as the package has it.
import { cpSync } from 'node:fs';

const embed = 'node_modules/talking-points-elements/dist/embed';
for (const file of ['embed.html', 'embed.css', 'embed.js']) cpSync(`${embed}/${file}`, `dist/frame/${file}`);
cpSync('src', 'dist/page', { recursive: true });
cpSync(`${embed}/client.js`, 'dist/page/client.js');
