/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.disdump.camel.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.UUID;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code 127.0.0.1} and {@code localhost} that nobody trusts but those who are told to. Its key store
 * serves both ends: {@link DisSimulatorBuilder#https(Path, String)} and a client's trust store.
 */
public final class SelfSignedCertificate {

    private static final String ALIAS = "simulator";
    private static final String PASSWORD_VARIABLE = "SIMULATOR_PASSWORD";

    private final Path keystore;
    private final String password;

    private SelfSignedCertificate(Path keystore, String password) {
        this.keystore = keystore;
        this.password = password;
    }

    /**
     * Makes a certificate that is valid for 30 days. Takes a second or so, since it runs the JDK's {@code keytool}.
     *
     * @param directory where the key store is written; the caller's to remove
     * @return the certificate
     */
    public static SelfSignedCertificate in(Path directory) {
        Path file = directory.resolve("simulator-" + UUID.randomUUID() + ".p12");
        String password = UUID.randomUUID().toString();
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            keytool.toString(),
                            "-genkeypair",
                            "-alias",
                            ALIAS,
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=DIS simulator",
                            "-ext",
                            "san=ip:127.0.0.1,dns:localhost",
                            "-validity",
                            "30",
                            "-storetype",
                            "PKCS12",
                            "-storepass:env",
                            PASSWORD_VARIABLE,
                            "-keystore",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            // Not an argument, which every process of this machine could read.
            builder.environment().put(PASSWORD_VARIABLE, password);
            Process process = builder.start();
            if (process.waitFor() != 0 || !Files.exists(file)) {
                throw new IllegalStateException("keytool made no certificate");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while keytool made a certificate", e);
        }
        return new SelfSignedCertificate(file, password);
    }

    /** {@return the key store, in the PKCS #12 format} */
    public Path keystore() {
        return keystore;
    }

    /** {@return the password of the key store and of the key} */
    public String password() {
        return password;
    }

    /** {@return TLS for a client that trusts this certificate, and no other} */
    public SSLContext trustingContext() {
        try (InputStream in = Files.newInputStream(keystore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate cannot be used", e);
        }
    }

    /** {@return the file; not its password} */
    @Override
    public String toString() {
        return "SelfSignedCertificate[" + keystore + "]";
    }
}
