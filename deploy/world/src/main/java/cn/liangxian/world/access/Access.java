package cn.liangxian.world.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Requests to the services with the token of the one who asks. An unanswered request, or one answered with 5xx, is sent
 * again with the same Idempotency-Key: the services do the work once, however often they are asked.
 */
public final class Access {
    /** Who needs no client: anybody, at what is open to everybody. */
    public static final String ANYBODY = "anybody";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http;
    private final Map<Service, URI> services;
    private final Tokens tokens;
    private final Journal journal;
    private final LongAdder posted = new LongAdder();
    private volatile LocalDate day;

    public Access(HttpClient http, Map<Service, URI> services, Tokens tokens, Journal journal) {
        this.http = http;
        this.services = Map.copyOf(services);
        this.tokens = tokens;
        this.journal = journal;
    }

    /** The business date that the journal notes from now on. */
    public void on(LocalDate date) {
        day = date;
        journal.flush();
    }

    /** How many requests that change something have been acknowledged so far. */
    public long posted() {
        return posted.sum();
    }

    /** The client of a department for an area: the area's own where there is one, else the county's. */
    public String client(String department, String area) {
        String local = department + "-" + area;
        return tokens.knows(local) ? local : department;
    }

    /** @param key the Idempotency-Key: the same for the same thing, in every run with the same seed */
    public Answer post(Service service, String client, String path, String key, Body body) {
        HttpRequest.Builder request = request(service, path)
                .header("Content-Type", body.contentType())
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(body.bytes()));
        body.headers().forEach(request::header);
        Answer answer = send(service, client, request);
        posted.increment();
        journal.acknowledged(day, service, client, path, key, answer);
        return answer;
    }

    /** A request that reads, though it is a POST because its body holds an ID number. */
    public Answer ask(Service service, String client, String path, Body body) {
        return send(
                service,
                client,
                request(service, path)
                        .header("Content-Type", body.contentType())
                        .POST(BodyPublishers.ofByteArray(body.bytes())));
    }

    public Answer get(Service service, String client, String path) {
        return send(service, client, request(service, path).GET());
    }

    /** Looks until a field of the answer bears one of the values. */
    public void awaitField(Service service, String client, String path, String field, Set<String> values) {
        Patience patience = new Patience();
        while (true) {
            String seen =
                    get(service, client, path).orThrow(path).json().path(field).asText();
            if (values.contains(seen)) return;
            patience.pauseOr(path + " stays " + seen, null);
        }
    }

    /** Without token, for what is open to everybody; null when there is no answer, and no second try. */
    Answer look(Service service, String path) {
        try {
            var response = http.send(
                    request(service, path).timeout(Duration.ofSeconds(5)).GET().build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", e);
        }
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(services.get(service).resolve(path)).timeout(TIMEOUT);
    }

    private Answer send(Service service, String client, HttpRequest.Builder request) {
        Patience patience = new Patience();
        int unauthorized = 0;
        while (true) {
            try {
                if (!client.equals(ANYBODY)) request.setHeader("Authorization", "Bearer " + tokens.of(client));
                var response = http.send(request.build(), BodyHandlers.ofByteArray());
                Answer answer = new Answer(response.statusCode(), response.body());
                if (answer.status() == 401 && unauthorized++ < 5) {
                    tokens.forget(client);
                    patience.pauseOr(service.label() + " refuses the token of " + client, null);
                } else if (answer.status() >= 500) {
                    patience.pauseOr(service.label() + " answers " + answer.status(), null);
                } else {
                    return answer;
                }
            } catch (IOException e) {
                patience.pauseOr(service.label() + " cannot be reached", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnreachableException("interrupted", e);
            }
        }
    }
}
