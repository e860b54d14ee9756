// Drives Particle's JavaScript SDK against a local cloud; prints what each step gave, as JSON.
//     node sdk.js <folder of particle-api-js> <JSON: baseUrl, username, password, …>
'use strict';
const Particle = require(process.argv[2]);
const cloud = JSON.parse(process.argv[3]);
const particle = new Particle({ baseUrl: cloud.baseUrl });
const source = Buffer.from('PRODUCT_VERSION(5)\nvoid setup() {}\n');
const { deviceId, product, iccid } = cloud;

async function rejected(promise) {
	try {
		await promise;
	} catch (error) {
		return error;
	}
	throw new Error('it was not rejected');
}

// The event of that name, while something is done.
async function event(options, doing) {
	const stream = await particle.getEventStream(options);
	try {
		const found = new Promise((resolve, reject) => {
			stream.on('event', resolve);
			stream.on('error', reject);
			stream.on('disconnect', () => reject(new Error('the stream has ended')));
		});
		await doing();
		return await found;
	} finally {
		stream.stopIdleTimeout();
		stream.abort();
	}
}

async function main() {
	const given = {};
	const { username, password } = cloud;

	const wrong = await rejected(particle.login({ username, password: 'wrong' }));
	given.wrongPassword = [wrong.statusCode, wrong.body.error];
	const login = await particle.login({ username, password, tokenDuration: 3600 });
	given.login = login.body.expires_in;
	const auth = login.body.access_token;
	particle.setDefaultAuth(auth);

	const mfa = await rejected(particle.login({ username: cloud.careful, password }));
	given.mfa = [mfa.statusCode, mfa.body.error];
	const mfaToken = mfa.body.mfa_token;
	const wrongOtp = await rejected(particle.sendOtp({ mfaToken, otp: '000000' }));
	given.wrongOtp = wrongOtp.statusCode;
	const second = await particle.sendOtp({ mfaToken, otp: cloud.otp });
	given.otp = second.statusCode;
	// Without any token of its own: who knows a token may revoke it.
	const anyone = new Particle({ baseUrl: cloud.baseUrl });
	const revoked = await anyone.deleteAccessToken({ token: second.body.access_token });
	given.revoked = revoked.body.ok;
	const late = await rejected(particle.getUserInfo({ auth: second.body.access_token }));
	given.afterRevoking = late.statusCode;

	const publish = () => particle.publishEvent({ name: 'tea', data: 'ü\n{"a":1}' });
	const mine = await event({ deviceId: 'mine', name: 'tea' }, publish);
	given.event = [mine.name, mine.data, mine.ttl, mine.coreid];
	const inProduct = () => particle.publishEvent({ name: 'tea', data: 'green', product });
	given.productEvent = (await event({ product, name: 'tea' }, inProduct)).data;
	const noStream = await rejected(particle.getEventStream({ deviceId: 'mine', auth: 'wrong' }));
	given.streamRefused = noStream.statusCode;

	const files = { 'main.cpp': source };
	const compiled = await particle.compileCode({ files, platformId: 13, targetVersion: '4.2.0' });
	given.compiled = [compiled.body.ok, compiled.body.build_target_version];
	const binaryId = compiled.body.binary_id;
	const binary = Buffer.from(await particle.downloadFirmwareBinary({ binaryId }));
	given.platform = binary.readUInt16LE(12);
	const broken = { 'main.cpp': Buffer.from('#error no\n') };
	given.broken = (await particle.compileCode({ files: broken, platformId: 13 })).body.ok;
	const flash = () => particle.flashDevice({ deviceId, product, files: { 'app.bin': binary } });
	given.flashed = (await event({ deviceId, name: 'spark/flash/status' }, flash)).data;
	const firmware = { file: binary, version: 5, title: 'Five', description: 'ü', product };
	given.firmware = (await particle.uploadProductFirmware(firmware)).body.version;
	const download = await particle.downloadProductFirmware({ version: 5, product });
	given.same = Buffer.compare(Buffer.from(download), binary);
	const archive = Buffer.from(cloud.library, 'base64');
	given.library = (await particle.contributeLibrary({ archive })).body.data.id;
	const noLibrary = await rejected(particle.getLibrary({ name: 'unknown' }));
	given.noLibrary = [noLibrary.statusCode, noLibrary.body.errors[0].message];

	const manage = (data) => particle.put({ uri: `/v1/sims/${iccid}`, data, auth });
	given.deactivated = (await manage({ action: 'deactivate' })).body;
	given.reactivated = (await manage({ action: 'reactivate', mb_limit: 5 })).body;
	given.limited = (await manage({ mb_limit: 10 })).body;
	const variable = await particle.getVariable({ deviceId, product, name: 'level' });
	given.variable = variable.body.result;
	const unknown = await rejected(particle.getVariable({ deviceId, product, name: 'x' }));
	given.unknownVariable = [unknown.statusCode, unknown.body.error];

	console.log(JSON.stringify(given));
}

main().then(() => process.exit(0), (error) => {
	console.error(error, error && error.body);
	process.exit(1);
});
