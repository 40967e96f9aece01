package dev.ziffer.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Servers on one empty database, started at the same moment, and a stand-in for Twilio that a saved connector sends to.
 *
 * @param clients the same application at each of the servers
 */
public record Installation(Database database, TwilioStandIn twilio, List<Server> servers, List<Client> clients)
        implements AutoCloseable {

    /** Starts so many servers; {@code settings} win over the usual ones. */
    public static Installation start(Database.Engine engine, int count, Map<String, String> settings) throws Exception {
        Database database = Database.of(engine);
        TwilioStandIn twilio = TwilioStandIn.start();
        Map<String, String> all =
                new HashMap<>(Map.of("ZIFFER_TWILIO_API_URL", twilio.uri().toString()));
        all.putAll(settings);
        List<Server> servers = new ArrayList<>();
        List<Client> clients = new ArrayList<>();
        var installation = new Installation(database, twilio, servers, clients);
        try {
            for (int i = 0; i < count; i++) {
                servers.add(Server.launch(database, all));
                clients.add(servers.getLast().client());
            }
            for (Server server : servers) {
                server.awaitHealthy();
            }
            installation.client().saveConnector(TwilioAccount.TEST);
            return installation;
        } catch (Exception | AssertionError e) {
            installation.close();
            throw e;
        }
    }

    /** The only server, or the first. */
    public Server server() {
        return servers.getFirst();
    }

    /** The only server's client, or the first's. */
    public Client client() {
        return clients.getFirst();
    }

    /** The client that this caller of many takes, so that the callers are spread over all servers. */
    public Client client(int caller) {
        return clients.get(caller % clients.size());
    }

    @Override
    public void close() throws IOException {
        servers.forEach(Server::close);
        twilio.close();
    }
}
